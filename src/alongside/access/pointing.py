"""Which tables somebody is in, and which rows of others point at them: told to the database from what the models declare."""

from __future__ import annotations

from . import typed


def functions() -> str:
    """Two functions that tell the others, from what the models declare, which tables somebody is in and which rows of others point at them."""
    from .fences import declared, with_a_person

    tables = ", ".join(f"('{table}', '{keeping.person}')" for table, keeping in with_a_person())
    pointing = [
        (model._meta.db_table, field.column, "true" if field.null else "false")
        for model, keeping in declared()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model._meta.db_table == "people_person" and field.column != getattr(keeping, "person", "")
    ]
    words = ", ".join(f"('{t}', '{key}', '{person}', '{column}', {is_json}, '{part}')" for t, key, person, column, is_json, part in typed.columns_with_words())
    rows = ", ".join(f"('{table}', '{column}', {may_be_empty})" for table, column, may_be_empty in pointing) or "(NULL, NULL, NULL)"
    return (
        "CREATE OR REPLACE FUNCTION tables_with_a_person() RETURNS TABLE (named text, person text) LANGUAGE sql IMMUTABLE AS "
        f"$$ VALUES {tables} $$; "
        "CREATE OR REPLACE FUNCTION rows_that_point_at_people() RETURNS TABLE (named text, pointer text, may_be_empty boolean) LANGUAGE sql IMMUTABLE AS "
        f"$$ VALUES {rows} $$; "
        "DROP FUNCTION IF EXISTS columns_with_words(); "
        "CREATE FUNCTION columns_with_words() RETURNS TABLE (named text, row_key text, person text, column_name text, is_json boolean, part text) "
        f"LANGUAGE sql IMMUTABLE AS $$ VALUES {words} $$"
    )
