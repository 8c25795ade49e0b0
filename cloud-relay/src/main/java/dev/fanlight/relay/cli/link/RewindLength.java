package dev.fanlight.relay.cli.link;

import dev.fanlight.relay.auth.RewindRight;
import dev.fanlight.relay.cli.option.Lifetime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses how far back a link lets viewers go: {@code 90m}, {@code 2h}, {@code 7d} or {@code all}. */
final class RewindLength implements ITypeConverter<RewindRight> {

    @Override
    public RewindRight convert(String typed) {
        if (typed.equals("all")) {
            return RewindRight.ALL;
        }
        try {
            return new Lifetime.Reader()
                    .convert(typed)
                    .length()
                    .map(length -> new RewindRight(length.toMillis()))
                    .orElseThrow(() -> wrong(typed));
        } catch (TypeConversionException e) {
            throw wrong(typed);
        }
    }

    private static TypeConversionException wrong(String typed) {
        return new TypeConversionException(
                "\"" + typed + "\" is not a duration like 90m, 2h or 7d (1m to 365d), nor all.");
    }
}
