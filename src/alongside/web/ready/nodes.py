"""Django's nodes, each with a quicker way to say the same; a node keeps who it is, for others may hold it."""

from __future__ import annotations

from html import escape
from typing import Any

from django.template.base import Node, NodeList, Template, TextNode, VariableDoesNotExist, VariableNode, render_value_in_context
from django.template.defaulttags import CsrfTokenNode, ForNode, IfNode
from django.template.library import SimpleNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode, IncludeNode, construct_relative_path
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from .conditions import holds


def in_words(value: Any, context: Any) -> str:
    """As it stands in a page: most values are plain words, or markup that is safe already."""
    if type(value) is str:
        return escape(value) if context.autoescape else value
    return value if type(value) is SafeString else render_value_in_context(value, context)


class Nodes(NodeList):
    """One after the other."""

    def render(self, context: Any) -> SafeString:
        return SafeString("".join([node.render(context) for node in self]))


class Shown(VariableNode):
    """`{{ person.called }}`."""

    def render(self, context: Any) -> str:
        return in_words(self.filter_expression.resolve(context), context)


class Tagged(SimpleNode):
    """`{% said level.level "journeys.LEVELS" %}`, and every other tag that says something."""

    def render(self, context: Any) -> str:
        args, named = self.get_resolved_arguments(context)
        value = self.func(*args, **named)
        if self.target_var is not None:
            context[self.target_var] = value
            return ""
        if not context.autoescape:
            return value
        return escape(value) if type(value) is str else conditional_escape(value)


class Looped(ForNode):
    """`{% for %}`."""

    def render(self, context: Any) -> str:
        if self.is_reversed:
            return super().render(context)
        values = self.sequence.resolve(context, ignore_failures=True)
        if not hasattr(values, "__len__"):
            values = [] if values is None else list(values)
        many, names, said = len(values), self.loopvars, []
        loop: dict[str, Any] = {"parentloop": context.get("forloop", {})}
        held = {"forloop": loop} if many else {}
        context.dicts.append(held)
        try:
            for place, value in enumerate(values):
                loop |= {"counter0": place, "counter": place + 1, "revcounter": many - place, "revcounter0": many - place - 1}
                loop |= {"first": place == 0, "last": place == many - 1}
                held |= {names[0]: value} if len(names) == 1 else _unpacked(names, value)
                said.append(self.nodelist_loop.render(context))
            return SafeString("".join(said)) if many else self.nodelist_empty.render(context)
        finally:
            context.dicts.pop()


class Marked(CsrfTokenNode):
    """`{% csrf_token %}`: a page with many forms has one mark."""

    def render(self, context: Any) -> str:
        if context.get("csrf_token") is None:
            return super().render(context)
        held = context.render_context.dicts[0]
        if CsrfTokenNode not in held:
            held[CsrfTokenNode] = super().render(context)
        return held[CsrfTokenNode]


class Chosen(IfNode):
    """`{% if %}`."""

    def made_ready(self) -> None:
        """Its conditions as functions."""
        self.ways = [(holds(condition) if condition is not None else None, nodes) for condition, nodes in self.conditions_nodelists]

    def render(self, context: Any) -> str:
        for condition, nodes in self.ways:
            try:
                chosen = condition is None or condition(context)
            except VariableDoesNotExist:
                chosen = False
            if chosen:
                return nodes.render(context)
        return ""


class Included(IncludeNode):
    """`{% include "desk/_aside.html" %}`: the template is looked for once."""

    def made_ready(self) -> None:
        """Not looked for yet: it may include itself."""
        self.named = None if self.template.is_var or self.template.filters or self.isolated_context else str(self.template.var)
        self.found: Template | None = None

    def render(self, context: Any) -> str:
        if self.named is None:
            return super().render(context)
        if self.found is None:
            self.found = context.template.engine.get_template(construct_relative_path(self.origin.template_name, self.named))
        rendering, within = context.render_context, context.render_context.template
        context.dicts.append({name: given.resolve(context) for name, given in self.extra_context.items()})
        rendering.template = self.found
        rendering.dicts.append({})
        try:
            return self.found._render(context)
        finally:
            rendering.dicts.pop()
            rendering.template = within
            context.dicts.pop()


class Extended(ExtendsNode):
    """`{% extends "base.html" %}`: what it extends, and which blocks that has, is looked for once."""

    def made_ready(self) -> None:
        """Not looked for yet: pages are loaded one by one."""
        self.found: dict[tuple[str, ...], tuple[Template, dict[str, BlockNode]]] = {}

    def render(self, context: Any) -> str:
        if self.parent_name.is_var or self.parent_name.filters:
            return super().render(context)
        rendering = context.render_context
        passed = rendering.setdefault(self.context_key, [self.origin])
        way = tuple(origin.name for origin in passed)
        if way not in self.found:
            parent = self.find_template(self.parent_name.var, context)
            self.found[way] = parent, _its_own_blocks(parent)
        else:
            passed.append(self.found[way][0].origin)
        parent, blocks = self.found[way]
        held = rendering.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        held.add_blocks(self.blocks)
        held.add_blocks(blocks)
        with rendering.push_state(parent, isolated_context=False):
            return parent._render(context)


def _unpacked(names: list[str], value: Any) -> dict[str, Any]:
    many = len(value) if hasattr(value, "__len__") else 1
    if many != len(names):
        raise ValueError(f"Need {len(names)} values to unpack in for loop; got {many}. ")
    return dict(zip(names, value, strict=True))


def _its_own_blocks(template: Template) -> dict[str, BlockNode]:
    """The blocks of a template that extends no other; one that does adds its own as it is rendered."""
    begins = next((node for node in template.nodelist if not isinstance(node, TextNode)), None)
    if begins is None or isinstance(begins, ExtendsNode):
        return {}
    return {block.name: block for block in template.nodelist.get_nodes_by_type(BlockNode)}


READY: dict[type[Node], type[Node]] = {
    VariableNode: Shown,
    SimpleNode: Tagged,
    CsrfTokenNode: Marked,
    ForNode: Looped,
    IfNode: Chosen,
    IncludeNode: Included,
    ExtendsNode: Extended,
}
