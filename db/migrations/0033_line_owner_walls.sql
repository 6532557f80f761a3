-- Whoever sees to a line is not what it says: a new owner leaves its review as it is.
CREATE OR REPLACE FUNCTION note_material_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE immaterial CONSTANT text[] := ARRAY['key', 'position', 'label', 'workload', 'owner_id', 'follows_step_id', 'version',
                                            'changed_by', 'changed_at', 'material_version', 'material_by', 'material_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.material_version := 1;
  ELSIF to_jsonb(NEW) - immaterial = to_jsonb(OLD) - immaterial THEN
    NEW.material_version := OLD.material_version;
    NEW.material_by := OLD.material_by;
    NEW.material_at := OLD.material_at;
    RETURN NEW;
  ELSE
    NEW.material_version := OLD.material_version + 1;
  END IF;
  NEW.material_by := NEW.changed_by;
  NEW.material_at := now();
  RETURN NEW;
END $$;
