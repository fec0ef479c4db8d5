package shipping;

/** What makes shipping dearer. */
final class Surcharges {

    private static final Amount ABROAD = Amount.of("6.50");

    private Surcharges() {}

    /** The price after surcharges for where the parcel goes. */
    static Amount apply(Amount price, Parcel parcel) {
        return parcel.domestic() ? price : price.plus(ABROAD);
    }
}
