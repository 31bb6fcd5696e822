CREATE OR REPLACE PROCEDURE koppel IS
BEGIN
  FOR r IN (
    -- ruleid: SQL10
    SELECT k.naam, a.straat FROM klant k, adres a WHERE a.klant (+) = k.nummer
  ) LOOP
    NULL;
  END LOOP;
  FOR r IN (
    -- ok: SQL10
    SELECT k.naam, a.straat FROM klant k LEFT OUTER JOIN adres a ON a.klant = k.nummer
  ) LOOP
    NULL;
  END LOOP;
END koppel;
/
