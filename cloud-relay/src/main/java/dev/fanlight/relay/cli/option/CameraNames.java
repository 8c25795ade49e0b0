package dev.fanlight.relay.cli.option;

import dev.fanlight.identity.CameraName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a camera name. Stateless, thread safe. */
public final class CameraNames implements ITypeConverter<CameraName> {

    @Override
    public CameraName convert(String typed) {
        try {
            return new CameraName(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + ".");
        }
    }
}
