"""What a test with real transactions leaves behind is taken away, and nothing else."""

from casework.models import Holiday, Policy
from hotline.models import OrderEvent, WorkOrder
from organizations.models import Officer
from tests.factories.hotline import OrderFactory
from tests.seeded import Seeded


def test_the_tables_are_as_they_were(luo):
    holidays, seeded = Holiday.objects.count(), Seeded()
    order = OrderFactory()
    assert OrderEvent.objects.filter(file=order).exists()  # nobody may delete these by the ordinary way
    Policy.objects.filter(code="law_officer_hours").update(value=[])
    Holiday.objects.all().delete()
    Officer.objects.filter(pk=luo.pk).update(valid_until="2026-01-01")
    seeded.restore()
    assert not WorkOrder.objects.exists()
    assert not OrderEvent.objects.exists()
    assert Policy.objects.get(code="law_officer_hours").value
    assert Holiday.objects.count() == holidays
    assert Officer.objects.get(pk=luo.pk).valid_until is None
