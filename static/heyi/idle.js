/* Before the session ends for want of use, a question; whoever answers stays signed in. All windows share one clock. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const allowed = Number(document.body.dataset.idle || 0);
  const dialog = document.getElementById("idle");
  const WARNING = 120;
  const SEEN = "heyi:seen";
  if (!allowed || !dialog) return;

  let seen = Date.now();

  heyi.touch = function () {
    seen = Date.now();
    heyi.store.set(SEEN, String(seen));
    if (dialog.open) dialog.close();
  };

  function left() {
    const latest = Math.max(seen, Number(heyi.store.get(SEEN) || 0));
    return allowed - Math.round((Date.now() - latest) / 1000);
  }

  async function stay() {
    try {
      const answer = await fetch("/account/", { credentials: "same-origin", redirect: "manual" });
      if (answer.ok) heyi.touch();
      else location.reload();
    } catch (error) {
      heyi.notice(heyi.word("requestFailed"));
      dialog.close();
    }
  }

  function look() {
    const seconds = left();
    if (seconds > WARNING) { if (dialog.open) dialog.close(); return; }
    dialog.querySelector("[data-idle-left]").textContent = heyi.clock(Math.max(0, seconds));
    if (!dialog.open) dialog.showModal();
  }

  dialog.querySelector("[data-idle-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", stay);
  document.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful && !event.target.closest("[data-unattended]")) heyi.touch();
  });
  heyi.touch();
  setInterval(look, 1000);
})();
