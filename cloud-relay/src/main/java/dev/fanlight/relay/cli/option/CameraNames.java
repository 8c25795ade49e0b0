package dev.fanlight.relay.cli.option;

import dev.fanlight.identity.CameraName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a camera’s name from the command line. Stateless, thread safe. */
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
