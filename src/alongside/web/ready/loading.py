"""A template as it is loaded: read by Django, then made ready, then kept."""

from __future__ import annotations

from typing import Any

from django.template.base import FilterExpression, Node, NodeList, Template
from django.template.loaders import cached
from django.template.smartif import TokenBase

from .expressions import Expression
from .nodes import READY, Nodes


class Loader(cached.Loader):
    """Django's, with its templates made ready; where errors are shown with their place in a template, Django's own steps stay, for they tell it."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        new = self.cache_key(template_name, skip) not in self.get_template_cache
        template = super().get_template(template_name, skip)
        if new and not self.engine.debug:
            make_ready(template)
        return template


def make_ready(template: Template) -> None:
    """All that it is made of."""
    template.nodelist = _ready(template.nodelist)


def _ready(read: Any) -> Any:
    """The same, ready; lists, dictionaries and conditions with all that is in them."""
    if isinstance(read, Node):
        return _ready_node(read)
    if isinstance(read, FilterExpression):
        return Expression(read) if Expression.can_stand_for(read) else read
    if isinstance(read, TokenBase):
        read.value, read.first, read.second = _ready(read.value), _ready(read.first), _ready(read.second)
        return read
    if isinstance(read, list):
        read[:] = [_ready(one) for one in read]
        if type(read) is NodeList:
            read.__class__ = Nodes
        return read
    if type(read) is tuple:
        return tuple(_ready(one) for one in read)
    return {name: _ready(one) for name, one in read.items()} if type(read) is dict else read


def _ready_node(node: Node) -> Node:
    for name, held in vars(node).items():
        # Blocks stand in their page as well, and are made ready there.
        if name != "blocks":
            setattr(node, name, _ready(held))
    quicker = READY.get(type(node))
    if quicker is not None:
        # In this order, for another thread may render it meanwhile.
        getattr(quicker, "made_ready", _nothing_else)(node)
        node.__class__ = quicker
    return node


def _nothing_else(node: Node) -> None:
    """Most nodes need nothing of their own."""
