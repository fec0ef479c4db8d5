package shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotesTest {

    private static final Amount ORDER = Amount.of("20.00");

    @Test
    void chargesEveryStartedKilo() {
        assertEquals(Amount.of("4.80"), Quotes.price(new Parcel(1200, "DE"), ORDER));
    }

    @Test
    void addsTheSurchargeAbroad() {
        assertEquals(Amount.of("8.90"), Quotes.price(new Parcel(900, "FR"), ORDER));
    }
}
