CREATE OR REPLACE FUNCTION peildatum (p_tekst IN VARCHAR2) RETURN DATE IS
  l_datum DATE;
BEGIN
  -- ruleid: SQL08
  l_datum := TO_DATE(p_tekst);
  -- ruleid: SQL08
  l_datum := TO_DATE(SUBSTR(p_tekst, 1, 10));
  -- ok: SQL08
  l_datum := TO_DATE(p_tekst, 'YYYY-MM-DD');
  RETURN l_datum;
END peildatum;
/
