# ruleid: PY23
def register(name, street, number, postcode, city, born, income, partner):
    return (name, street, number, postcode, city, born, income, partner)


# ok: PY23
def move(name, street, number, postcode, city, since, reason):
    return (name, street, number, postcode, city, since, reason)


class Register:
    # ruleid: PY23
    def add(self, name, street, number, postcode, city, born, income, partner):
        return (self, name, street, number, postcode, city, born, income, partner)

    # ok: PY23
    def change(self, name, street, number, postcode, city, born, income):
        return (self, name, street, number, postcode, city, born, income)
