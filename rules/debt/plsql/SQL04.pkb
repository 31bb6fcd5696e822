CREATE OR REPLACE PROCEDURE verhoog IS
BEGIN
  FOR r IN (SELECT nummer FROM contract) LOOP
    UPDATE contract SET bedrag = bedrag * 1.02 WHERE nummer = r.nummer;
    -- ruleid: SQL04
    COMMIT;
  END LOOP;
  -- ok: SQL04
  COMMIT;
END verhoog;
/
