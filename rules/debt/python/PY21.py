# ruleid: PY21
def allowance(household, year):
    total = 0
    for person in household:
        if person.adult:
            if person.income > 0 and person.partner:
                if year > 2000:
                    total += 1
                else:
                    total += 2
            elif person.student or person.retired:
                total += 3
        while person.debts:
            total -= person.debts.pop()
    return total


# ok: PY21
def plain_allowance(household, year):
    total = 0
    for person in household:
        if person.adult:
            if person.income > 0 and person.partner:
                total += 1
            elif person.student or person.retired:
                total += 3
    return total + year
