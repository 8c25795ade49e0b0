package dev.fanlight.relay.cluster;

import dev.fanlight.identity.CameraName;

/**
 * Rights were changed in the store. Open sessions that the change concerns are checked again, each against the store. Immutable.
 *
 * @param subject the rights of whom or what
 * @param id which of these: a camera’s name, or the id of a link, key, session or token; empty where the subject needs none
 */
public record RightsChange(Subject subject, String id) {

    /** The rights of whom or what have changed. */
    public enum Subject {
        /** Everything at a camera that was renamed or removed; the id is the name that it had. */
        CAMERA,
        /** The owner’s pause of the camera named by the id. No right is changed, but it is read in the same place. */
        PAUSE,
        /** Visitors without a link at the camera named by the id. */
        VISITORS,
        /** Devices of the camera named by the id. */
        DEVICES,
        /** One link. */
        LINK,
        /** One publish key. */
        PUBLISH_KEY,
        /** The owner, however authenticated. */
        OWNER,
        /** All sessions of the owner. */
        OWNER_SESSIONS,
        /** One session of the owner. */
        OWNER_SESSION,
        /** One API token. */
        API_TOKEN
    }

    /** A camera was renamed or removed, and is no longer found by this name. */
    public static RightsChange ofCamera(CameraName former) {
        return new RightsChange(Subject.CAMERA, former.text());
    }

    /** The owner has paused a camera or resumed it. */
    public static RightsChange ofPause(CameraName camera) {
        return new RightsChange(Subject.PAUSE, camera.text());
    }

    /** What visitors without a link may do at a camera has changed. */
    public static RightsChange ofVisitors(CameraName camera) {
        return new RightsChange(Subject.VISITORS, camera.text());
    }

    /** A device of a camera was registered, replaced or revoked, or is to make a new key. */
    public static RightsChange ofDevices(CameraName camera) {
        return new RightsChange(Subject.DEVICES, camera.text());
    }

    /** A link was revoked or changed. */
    public static RightsChange ofLink(String link) {
        return new RightsChange(Subject.LINK, link);
    }

    /** A publish key was revoked. */
    public static RightsChange ofPublishKey(String key) {
        return new RightsChange(Subject.PUBLISH_KEY, key);
    }

    /** The relay has another owner. */
    public static RightsChange ofOwner() {
        return new RightsChange(Subject.OWNER, "");
    }

    /** The owner’s sessions were ended. */
    public static RightsChange ofOwnerSessions() {
        return new RightsChange(Subject.OWNER_SESSIONS, "");
    }

    /** One session of the owner was ended. */
    public static RightsChange ofOwnerSession(String session) {
        return new RightsChange(Subject.OWNER_SESSION, session);
    }

    /** An API token was revoked. */
    public static RightsChange ofApiToken(String token) {
        return new RightsChange(Subject.API_TOKEN, token);
    }
}
