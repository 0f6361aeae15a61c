-- Where and when somebody can be met is kept from most when their location is protected. A copy is read by the whole team: from the
-- moment of protection it tells of no visit, nor does what they said of one, nor what either held before.
CREATE OR REPLACE FUNCTION mine_tells_no_visits(of_person uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    DELETE FROM mine_line l WHERE l.person_id = of_person AND l.of = 'visit';
    UPDATE mine_notright n SET said = '' WHERE n.person_id = of_person AND n.of = 'visit' AND n.said <> '';
    UPDATE trail_change c SET was = NULL, salt = NULL
    WHERE c.person_id = of_person AND c.table_name IN ('mine_line', 'mine_notright') AND c.was ->> 'of' = 'visit';
$$;
COMMENT ON FUNCTION mine_tells_no_visits IS 'for other functions alone';

CREATE OR REPLACE FUNCTION mine_is_protected() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM mine_tells_no_visits(NEW.person_id);
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER no_visits_in_copies AFTER INSERT OR UPDATE ON people_locationprotection
    FOR EACH ROW WHEN (NEW.until IS NULL OR NEW.until > current_date) EXECUTE FUNCTION mine_is_protected();
