"""Papers that go with a referral: the cover letter, and the page for the joint meeting."""
