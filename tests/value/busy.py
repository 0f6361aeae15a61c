"""How invented figures are tried where other programs run beside: as many as always, however long each takes."""

from hypothesis import HealthCheck, settings

ON_A_BUSY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
