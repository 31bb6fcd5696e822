class Register {
    // ruleid: JAV23
    void register(String name, String street, int number, String postcode, String city, int born, long income, String partner) {
        move(name, street, number, postcode, city, born, income);
    }

    // ok: JAV23
    void move(String name, String street, int number, String postcode, String city, int since, long reason) {
        register(name, street, number, postcode, city, since, reason, name);
    }
}
