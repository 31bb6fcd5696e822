CREATE OR REPLACE PACKAGE pkg_uitkering AS
    PROCEDURE log_betaling(p_nummer IN NUMBER);
    FUNCTION totaal(p_nummer IN NUMBER) RETURN NUMBER;
END pkg_uitkering;
/
