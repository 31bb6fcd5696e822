CREATE OR REPLACE PACKAGE BODY tarief IS
  -- ruleid: SQL07
  FUNCTION bedrag (p_klasse IN VARCHAR2, p_melding OUT VARCHAR2) RETURN NUMBER IS
  BEGIN
    p_melding := 'onbekend';
    RETURN 0;
  END bedrag;

  -- ok: SQL07
  FUNCTION klasse (p_leeftijd IN NUMBER) RETURN VARCHAR2 IS
  BEGIN
    RETURN 'A';
  END klasse;

  -- ok: SQL07
  PROCEDURE bepaal (p_klasse IN VARCHAR2, p_bedrag OUT NUMBER) IS
  BEGIN
    p_bedrag := 1;
  END bepaal;
END tarief;
/
