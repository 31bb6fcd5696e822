class Allowance {
    // ruleid: JAV21
    int allowance(Household household, int year) {
        int total = 0;
        for (Person person : household.members()) {
            if (person.adult()) {
                if (person.income() > 0 && person.partner()) {
                    if (year > 2000) {
                        total += 1;
                    } else {
                        total += 2;
                    }
                } else if (person.student() || person.retired()) {
                    total += 3;
                }
            }
            while (person.debts() > 0) {
                total -= person.pay();
            }
        }
        return total;
    }

    // ok: JAV21
    int plainAllowance(Household household, int year) {
        int total = year;
        for (Person person : household.members()) {
            if (person.adult()) {
                if (person.income() > 0 && person.partner()) {
                    total += 1;
                } else if (person.student() || person.retired()) {
                    total += 3;
                }
            }
        }
        return total;
    }
}
