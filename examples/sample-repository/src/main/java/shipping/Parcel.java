package shipping;

/** A parcel to be sent. */
public record Parcel(int grams, String zone) {

    /** Whether the parcel goes to the country it is sent from. */
    public boolean domestic() {
        return zone.equals("DE");
    }
}
