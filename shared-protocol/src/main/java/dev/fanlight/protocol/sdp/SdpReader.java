package dev.fanlight.protocol.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one description, line by line. Not thread safe. */
final class SdpReader {

    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private final List<MediaSection> sections = new ArrayList<>();
    private final List<IceCandidate> candidates = new ArrayList<>();
    private Optional<String> fragment = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Optional<String> fingerprint = Optional.empty();
    private Optional<SetupRole> setup = Optional.empty();
    private boolean bundled;
    private int candidateLines;

    RemoteDescription read(String text) throws SdpException {
        if (text.length() > SdpLimits.MAX_BYTES || !text.startsWith("v=0")) {
            throw new SdpException("That is no description of a session, or it is too large.");
        }
        String[] lines = LINE_END.split(text, SdpLimits.MAX_LINES + 1);
        if (lines.length > SdpLimits.MAX_LINES) {
            throw new SdpException("The description has too many lines.");
        }
        for (String line : lines) {
            line(line);
        }
        return description();
    }

    private RemoteDescription description() throws SdpException {
        if (sections.isEmpty()) {
            throw new SdpException("The description has no media.");
        }
        if (sections.size() > 1 && !bundled) {
            throw new SdpException("All media has to go over one transport: the description needs a=group:BUNDLE.");
        }
        List<OfferedMedia> media = new ArrayList<>();
        for (MediaSection section : sections) {
            media.add(section.media());
        }
        return new RemoteDescription(
                IceCredentials.parse(fragment.orElse(""), password.orElse("")),
                CertificateFingerprint.parse(fingerprint.orElse("")),
                setup.orElse(SetupRole.ACTPASS),
                candidates,
                media);
    }

    private void line(String line) throws SdpException {
        if (line.length() > SdpLimits.MAX_LINE) {
            throw new SdpException("A line of the description is too long.");
        }
        if (line.startsWith("m=")) {
            if (sections.size() == SdpLimits.MAX_MEDIA) {
                throw new SdpException("The description has too many media sections.");
            }
            sections.add(MediaSection.of(line.substring(2)));
        } else if (line.startsWith("a=")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line.substring(2) : line.substring(2, colon);
            attribute(name, colon < 0 ? "" : line.substring(colon + 1));
        }
    }

    /** The transport is that of the first section that names one: with BUNDLE there is only one. */
    private void attribute(String name, String value) throws SdpException {
        switch (name) {
            case "group" -> bundled |= value.startsWith("BUNDLE");
            case "ice-ufrag" -> fragment = fragment.or(() -> Optional.of(value));
            case "ice-pwd" -> password = password.or(() -> Optional.of(value));
            case "fingerprint" -> fingerprint = fingerprint.or(() -> Optional.of(value));
            case "setup" -> setup = Optional.of(setup.isPresent() ? setup.get() : SetupRole.parse(value));
            case "candidate" -> candidate(value);
            default -> {
                if (!sections.isEmpty()) {
                    sections.get(sections.size() - 1).attribute(name, value);
                }
            }
        }
    }

    private void candidate(String value) {
        candidateLines++;
        if (candidates.size() < SdpLimits.MAX_CANDIDATES && candidateLines <= SdpLimits.MAX_CANDIDATE_LINES) {
            IceCandidate.parse(value)
                    .filter(candidate -> !candidates.contains(candidate))
                    .ifPresent(candidates::add);
        }
    }
}
