CREATE TABLE klant (
  -- ok: SQL09
  nummer NUMBER(9) NOT NULL,
  -- ruleid: SQL09
  postcode CHAR(6),
  -- ok: SQL09
  naam VARCHAR2(80),
  CONSTRAINT klant_pk PRIMARY KEY (nummer)
);
