package shipping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of money in euros, always with two decimal places. */
public record Amount(BigDecimal value) {

    public Amount {
        value = value.setScale(2, RoundingMode.HALF_UP);
    }

    public static Amount of(String value) {
        return new Amount(new BigDecimal(value));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    public Amount times(int factor) {
        return new Amount(value.multiply(BigDecimal.valueOf(factor)));
    }
}
