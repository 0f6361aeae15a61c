"""{{ pence|pounds }} → £1,234.50      {{ parts|per_cent }} → 33.33"""

from django import template

from alongside.money.pence import in_pounds
from alongside.money.rules import in_per_cent

register = template.Library()
register.filter("pounds", in_pounds)
register.filter("per_cent", in_per_cent)
