package dev.fanlight.agent.onvif;

import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import dev.fanlight.agent.onvif.soap.SoapClient;
import dev.fanlight.agent.onvif.soap.XmlElement;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far a camera’s clock is off, which its login has to follow. Stateless. */
final class CameraClock {

    private CameraClock() {}

    /** How far the camera’s clock is ahead of this computer’s; zero when it does not say. */
    static Duration offset(SoapClient soap, URI device) throws OnvifException, InterruptedException {
        Instant before = soap.now();
        try {
            XmlElement answer = soap.callAnonymously(
                    device,
                    ServiceAddresses.DEVICE + "/GetSystemDateAndTime",
                    "<GetSystemDateAndTime xmlns=\"" + ServiceAddresses.DEVICE + "\"/>");
            return utc(answer).map(time -> Duration.between(before, time)).orElse(Duration.ZERO);
        } catch (OnvifException e) {
            if (e.problem() == Problem.NOT_AUTHORIZED || e.problem() == Problem.REFUSED) {
                return Duration.ZERO;
            }
            throw e;
        }
    }

    private static Optional<Instant> utc(XmlElement answer) {
        return answer.first("UTCDateTime").flatMap(CameraClock::instant);
    }

    private static Optional<Instant> instant(XmlElement time) {
        try {
            return Optional.of(LocalDateTime.of(
                            time.intAt("Date", "Year").orElse(0),
                            time.intAt("Date", "Month").orElse(0),
                            time.intAt("Date", "Day").orElse(0),
                            time.intAt("Time", "Hour").orElse(-1),
                            time.intAt("Time", "Minute").orElse(-1),
                            Math.min(59, time.intAt("Time", "Second").orElse(-1)))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
