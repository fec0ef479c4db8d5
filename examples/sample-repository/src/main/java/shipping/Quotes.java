package shipping;

/** Prices parcels. */
public final class Quotes {

    private static final Amount PER_STARTED_KILO = Amount.of("2.40");

    private Quotes() {}

    /** The amount to pay for shipping {@code parcel} with an order of {@code orderValue}. */
    public static Amount price(Parcel parcel, Amount orderValue) {
        int kilos = (parcel.grams() + 999) / 1000;
        Amount price = Surcharges.apply(PER_STARTED_KILO.times(kilos), parcel);
        return Discounts.apply(price, orderValue);
    }
}
