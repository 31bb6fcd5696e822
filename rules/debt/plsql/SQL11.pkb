CREATE OR REPLACE PROCEDURE wis (p_tabel IN VARCHAR2, p_nummer IN NUMBER) IS
BEGIN
  -- ruleid: SQL11
  EXECUTE IMMEDIATE 'DELETE FROM ' || p_tabel || ' WHERE nummer = ' || p_nummer;
  -- ok: SQL11
  EXECUTE IMMEDIATE 'DELETE FROM klant WHERE nummer = :1' USING p_nummer;
END wis;
/
