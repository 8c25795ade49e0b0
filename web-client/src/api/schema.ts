// Made from openapi.yaml by `npm run api`: change the contract, not this file.
export interface paths {
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trade a link's key for a session
         * @description The answer sets the cookie `__Host-fanlight-watch`, which stands for all links that were shown with it. 401 `password_required` and
         *     `wrong_password` are answered only to a good key.
         */
        post: operations["openSession"];
        /** Forget all links of this browser */
        delete: operations["closeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public cameras */
        get: operations["listPublicCameras"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller is the owner */
        get: operations["getOwner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the password by a one-time link, and sign in */
        post: operations["setUpOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time link; only with the token file of the relay's own computer */
        post: operations["resetOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set another password; all sessions but a new one for the caller end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the owner is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which browsers are notified */
        get: operations["getPush"];
        put?: never;
        /**
         * Notify this browser
         * @description Only for a session of a browser, which is notified of cameras that are lost or back and of their first viewers until it is removed, its session is ended
         *     or the password changes. It replaces what the session had before; at most 20 browsers are notified.
         */
        post: operations["subscribePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/push/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Notify a browser no more */
        delete: operations["unsubscribePush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/owner/push/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test notification */
        post: operations["testPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens of the owner's programs */
        get: operations["listTokens"];
        put?: never;
        /** Make a token */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a token back */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All cameras */
        get: operations["listCameras"];
        put?: never;
        /** Add a camera, or invite another device for one that exists */
        post: operations["inviteCamera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** One camera */
        get: operations["getCamera"];
        put?: never;
        post?: never;
        /** Remove it with its links, device and chat */
        delete: operations["removeCamera"];
        options?: never;
        head?: never;
        /** Give it another name or title, or say who may find it */
        patch: operations["changeCamera"];
        trace?: never;
    };
    "/cameras/{camera}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show nothing until resumed; the camera goes to sleep */
        post: operations["pauseCamera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it run again */
        post: operations["resumeCamera"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/rotate-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have its device make a new key, now or when it next connects */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/device": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take its device's right to publish back */
        delete: operations["revokeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/publish-keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** The publish keys of a camera */
        get: operations["listPublishKeys"];
        put?: never;
        /**
         * Create a publish key
         * @description Whoever presents it can publish the camera without being its device. A camera has at most 20 valid keys.
         */
        post: operations["createPublishKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/publish-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a publish key */
        delete: operations["revokePublishKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** Where a camera is watched or published to by other protocols */
        get: operations["listAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/viewers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** Who watches now */
        get: operations["listViewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/viewers/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect a person
         * @description Ends all connections of the person to this camera. Their page stays disconnected until they choose to connect again; they may do
         *     that as long as their link or the camera allows it.
         */
        delete: operations["disconnectViewer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/recording": {
        parameters: {
            query?: {
                /** @description Where it begins; without it, with the oldest that may be seen */
                from?: components["schemas"]["Millis"];
                /** @description Where it ends; without it, now */
                to?: components["schemas"]["Millis"];
            };
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** What was recorded, and where there are gaps, for the owner and for links with the right to rewind */
        get: operations["listRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/recording/groups": {
        parameters: {
            query?: {
                /** @description Where it begins; without it, now */
                from?: components["schemas"]["Millis"];
                /** @description Where it ends; without it, now */
                to?: components["schemas"]["Millis"];
            };
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** The groups of frames of a time that was recorded, as a page fetches them */
        get: operations["listRecordedGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/clips": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** The clips of a camera */
        get: operations["listClips"];
        put?: never;
        /**
         * Cut a clip out of the recording
         * @description It begins with the last key frame at or before its beginning, lasts 30 minutes at most, and is kept until it is deleted. It is at `/c/{camera}/clip/{id}.mp4`.
         */
        post: operations["createClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/clips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a clip */
        delete: operations["deleteClip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/clips/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link to a clip, in place of the one it had */
        post: operations["shareClip"];
        /** Take the link to a clip back */
        delete: operations["unshareClip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/links": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link */
        post: operations["createLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links of one camera or of all */
        get: operations["listLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link back */
        delete: operations["revokeLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices that wait for approval */
        get: operations["listEnrollments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrollments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a device publish a camera, which is added if need be */
        post: operations["approveEnrollment"];
        /** Send a device away */
        delete: operations["refuseEnrollment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** The newest lines, removed ones too */
        get: operations["listChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/chat/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                seq: components["parameters"]["seq"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a line */
        delete: operations["removeLine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/chat/{seq}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                seq: components["parameters"]["seq"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a removed line back, within 10 minutes */
        post: operations["restoreLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/chat-mode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** Slow mode, who may send links, and the pinned note */
        get: operations["getChatMode"];
        /** Change it */
        put: operations["setChatMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/people/{person}/timeout": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        get?: never;
        /** Time a person out; 0 seconds lift it */
        put: operations["timeOut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        /** Who is kept out */
        get: operations["listBans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/{camera}/bans/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        /** Who would be hit by a ban now, besides the person */
        get: operations["getBanReach"];
        /**
         * Ban a person for 24 hours
         * @description The lines of their last hour are removed. A moderator's link is revoked, for everyone who has it. 503 `ban_not_stored`: the ban is in
         *     force, but ends with the relay.
         */
        put: operations["ban"];
        post?: never;
        /** Lift a ban */
        delete: operations["liftBan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the relay is */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the relay was during the last hour */
        get: operations["getHealthHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the owner, moderators and programs did, and alerts */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened last, or as text/event-stream what happens from now on */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where events are posted to, and what became of them */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post a test event */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description A sentence for people */
            title: string;
            status: number;
            /** @enum {string} */
            code: "bad_request" | "password_required" | "wrong_token" | "wrong_password" | "cross_origin" | "not_found" | "name_taken" | "limit_reached" | "conflict" | "too_large" | "wrong_type" | "too_many_requests" | "not_stored" | "ban_not_stored" | "time_out_not_stored" | "internal_error";
            /** @description Which member of the request is wrong */
            field?: string;
            retry_after_ms?: number;
            /** @description The id of the request */
            request?: string;
        };
        Id: string;
        CameraName: string;
        Millis: number;
        /** @enum {string} */
        Role: "watch" | "chat" | "moderate";
        /** @enum {string} */
        Visibility: "private" | "unlisted" | "public";
        Label: string;
        Password: string;
        NewPassword: string;
        SessionRequest: {
            camera: string;
            key: string;
            password?: components["schemas"]["Password"];
        };
        Session: {
            camera: components["schemas"]["CameraName"];
            title: string;
            can: components["schemas"]["Role"];
            expires_at?: components["schemas"]["Millis"];
        };
        PublicCamera: {
            camera: components["schemas"]["CameraName"];
            title: string;
            state: components["schemas"]["CameraState"];
        };
        /**
         * @description pending means that no device has joined, and that nothing was published with a key yet
         * @enum {string}
         */
        CameraState: "pending" | "offline" | "asleep" | "starting" | "live" | "failed" | "paused";
        Owner: {
            signed_in: boolean;
            session?: components["schemas"]["Id"];
        };
        OwnerSetup: {
            secret: string;
            password: components["schemas"]["NewPassword"];
        };
        SignIn: {
            password: components["schemas"]["Password"];
        };
        PasswordChange: {
            password: components["schemas"]["Password"];
            new_password: components["schemas"]["NewPassword"];
        };
        OneTimeLink: {
            urls: string[];
            expires_at: components["schemas"]["Millis"];
        };
        OwnerSession: {
            id: components["schemas"]["Id"];
            address: string;
            browser: string;
            created_at: components["schemas"]["Millis"];
            used_at: components["schemas"]["Millis"];
            current: boolean;
        };
        PushBrowsers: {
            /** @description The relay's key (RFC 8292), 65 bytes in base64url */
            key: string;
            browsers: components["schemas"]["PushBrowser"][];
        };
        PushBrowser: {
            id: components["schemas"]["Id"];
            browser: string;
            created_at: components["schemas"]["Millis"];
            /** @description Whether this session has added it */
            current: boolean;
        };
        PushRequest: {
            /** @description Address at the browser's push service, https, or http in one of web_push.networks */
            endpoint: string;
            /** @description The browser's key, 65 bytes in base64url */
            p256dh: string;
            /** @description The browser's secret, 16 bytes in base64url */
            auth: string;
        };
        NewPush: {
            id: components["schemas"]["Id"];
        };
        Token: {
            id: components["schemas"]["Id"];
            label: components["schemas"]["Label"];
            can: components["schemas"]["TokenRight"];
            created_at: components["schemas"]["Millis"];
            expires_at?: components["schemas"]["Millis"];
            used_at?: components["schemas"]["Millis"];
        };
        /** @enum {string} */
        TokenRight: "read" | "manage";
        TokenRequest: {
            label: components["schemas"]["Label"];
            can: components["schemas"]["TokenRight"];
            expires_in_ms?: number;
        };
        NewToken: {
            id: components["schemas"]["Id"];
            token: string;
        };
        CameraRequest: {
            camera: components["schemas"]["CameraName"];
            /** @description Also make a link to share although the camera exists */
            new_link?: boolean;
            /** @description Name or address to put into the links */
            host?: string;
        };
        Invitation: {
            camera: components["schemas"]["CameraName"];
            /** @description What to give to fanlight-agent join */
            join: string;
            expires_at: components["schemas"]["Millis"];
            /** @description Addresses of a new link to share; empty when none was made */
            watch: string[];
        };
        Camera: {
            camera: components["schemas"]["CameraName"];
            title: string;
            state: components["schemas"]["CameraState"];
            viewers: number;
            visibility: components["schemas"]["Visibility"];
            /** @enum {string} */
            visitors_can: "watch" | "chat";
            /** @description Where anybody can watch */
            open_urls?: string[];
            /** @description Paused by the owner */
            paused: boolean;
            /** @description Whether its last still may be shown to anyone who has its address */
            preview: boolean;
            /** @description Whether its video may be made H.264 for players by gateways that cannot take it as it is */
            transcode: boolean;
            record: components["schemas"]["RecordMode"];
            /** @description Where the settings have it pushed to, if anywhere */
            pushes?: components["schemas"]["Push"][];
            /** @description Present while the video is paused at the camera: the reason that people there gave, or nothing */
            paused_at_camera?: string;
            /** @description When the hours of a camera that is outside them begin again */
            resumes_at?: components["schemas"]["Millis"];
            /**
             * @description While it is live: how well the camera's own connection carries the video
             * @enum {string}
             */
            uplink?: "fine" | "slow" | "poor";
            /** @description While frames arrive: bits a second that its publisher has sent in the last seconds */
            bit_rate?: number;
            created_at: components["schemas"]["Millis"];
            seen_at?: components["schemas"]["Millis"];
            device?: {
                id: components["schemas"]["Id"];
                /** @description Fingerprint of its key in words */
                words: string;
                rotating: boolean;
            };
        };
        /**
         * @description When it is recorded; always keeps it running
         * @enum {string}
         */
        RecordMode: "never" | "while_watched" | "always";
        Recording: {
            now: components["schemas"]["Millis"];
            /** @description Nothing from before may be seen */
            earliest: components["schemas"]["Millis"];
            /** @description What there is, the oldest first; between them nothing was recorded */
            spans: {
                from: components["schemas"]["Millis"];
                to: components["schemas"]["Millis"];
            }[];
        };
        RecordedGroup: {
            /**
             * Format: int64
             * @description When its first frame was captured, µs since 1970
             */
            at: number;
            /**
             * Format: int64
             * @description How long its video lasts
             */
            lasts: number;
            /**
             * Format: int64
             * @description The file it lies in: /c/CAMERA/rewind/FILE/init.mp4 comes before it
             */
            file: number;
            /**
             * Format: int64
             * @description Its place there: /c/CAMERA/rewind/FILE/POSITION.m4s
             */
            position: number;
            /** @description Of its file, as RFC 6381 names them */
            codecs: string;
            /** @description Whether decoding can begin with it */
            key: boolean;
        };
        CameraChange: {
            camera?: components["schemas"]["CameraName"];
            title?: string;
            visibility?: components["schemas"]["Visibility"];
            /** @enum {string} */
            visitors_can?: "watch" | "chat";
            /** @description Show its last still to anyone who has its address: on its page before the video begins, and where links are previewed */
            preview?: boolean;
            /** @description Make H.264 of its video for players by gateways, when it is VP8, VP9, AV1 or H.265; for those that come from now on */
            transcode?: boolean;
            record?: components["schemas"]["RecordMode"];
        };
        Viewer: {
            person: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            role: "watch" | "chat" | "moderate" | "owner";
            link?: components["schemas"]["Id"];
            since: components["schemas"]["Millis"];
            address: string;
        };
        Enrollment: {
            id: components["schemas"]["Id"];
            /** @description What the agent shows */
            code: string;
            /** @description Fingerprint of its key in words; the agent shows the same */
            words: string;
            host: string;
            agent: string;
            address: string;
            since: components["schemas"]["Millis"];
        };
        Approval: {
            camera: components["schemas"]["CameraName"];
        };
        PublishKeyRequest: {
            label?: components["schemas"]["Label"];
            host?: string;
        };
        NewPublishKey: {
            id: components["schemas"]["Id"];
            /** @description 128 random bits in base32 */
            key: string;
            /** @description Where cameras and encoders send to with this key */
            publishers: components["schemas"]["Address"][];
        };
        Push: {
            /** @description Its name in the settings */
            gateway: string;
            /** @description Its address, without the key of the stream */
            target: string;
            /**
             * @description waiting for frames of the camera; connecting; live: the target takes the stream; paused with the camera; failed: the next attempt comes after a while
             * @enum {string}
             */
            state: "waiting" | "connecting" | "live" | "paused" | "failed";
            since: components["schemas"]["Millis"];
            /** @description Why the last attempt failed, until the target has taken the stream again */
            problem?: string;
            /** @description Sent since the relay started */
            bytes: number;
        };
        Address: {
            /**
             * @description watch with the key of a link; publish with a publish key
             * @enum {string}
             */
            use: "watch" | "publish";
            /** @description As people call it: RTMP, for example */
            protocol: string;
            url: string;
            /** @description A command line that uses the address */
            command: string;
        };
        PublishKey: {
            id: components["schemas"]["Id"];
            label: components["schemas"]["Label"];
            /** @enum {string} */
            state: "valid" | "revoked";
            created_at: components["schemas"]["Millis"];
            used_at?: components["schemas"]["Millis"];
        };
        Clip: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Label"];
            from: components["schemas"]["Millis"];
            to: components["schemas"]["Millis"];
            bytes: number;
            created_at: components["schemas"]["Millis"];
            /** @description Whether it has a link that has not ended */
            shared: boolean;
            expires_at?: components["schemas"]["Millis"];
        };
        ClipRequest: {
            from: components["schemas"]["Millis"];
            to: components["schemas"]["Millis"];
            name?: components["schemas"]["Label"];
        };
        ClipLinkRequest: {
            /** @description How long it is good for, ms; without it, until it is taken back */
            expires_in_ms?: number;
            host?: string;
        };
        ClipLink: {
            urls: string[];
        };
        LinkRequest: {
            can: components["schemas"]["Role"];
            /** @description Whether the link also allows to move the camera's head; false by default. */
            ptz?: boolean;
            /**
             * Format: int64
             * @description How far back the link lets viewers see what was recorded, ms; not at all by default
             */
            rewind_ms?: number;
            label?: components["schemas"]["Label"];
            expires_in_ms?: number;
            max_viewers?: number;
            password?: string;
            host?: string;
        };
        NewLink: {
            id: components["schemas"]["Id"];
            urls: string[];
            /** @description Where other players watch with this link; none when it has a password */
            players: components["schemas"]["Address"][];
        };
        Link: {
            id: components["schemas"]["Id"];
            camera: components["schemas"]["CameraName"];
            can: components["schemas"]["Role"];
            ptz: boolean;
            /**
             * Format: int64
             * @description How far back it lets viewers see what was recorded, ms; absent when not at all
             */
            rewind_ms?: number;
            label: components["schemas"]["Label"];
            /** @enum {string} */
            state: "good" | "expired" | "revoked";
            password: boolean;
            viewers: number;
            max_viewers?: number;
            created_at: components["schemas"]["Millis"];
            expires_at?: components["schemas"]["Millis"];
            used_at?: components["schemas"]["Millis"];
        };
        ChatLine: {
            seq: number;
            time: components["schemas"]["Millis"];
            person: components["schemas"]["Id"];
            name: string;
            text: string;
            /** @enum {string} */
            badge?: "moderator" | "owner" | "camera";
            /** @description The line that it answers */
            reply_to?: number;
            removed?: {
                at: components["schemas"]["Millis"];
                by: string;
            };
        };
        ChatMode: {
            slow_seconds: number;
            /** @enum {string} */
            links: "all" | "moderators";
            /** @description Pinned above the chat; empty for none, and unchanged where a request leaves it out */
            note?: string;
        };
        TimeOut: {
            /** @description 0 or 10 to 86,400 */
            seconds: number;
        };
        Ban: {
            person: components["schemas"]["Id"];
            name: string;
            since: components["schemas"]["Millis"];
            until: components["schemas"]["Millis"];
        };
        BanRequest: {
            /**
             * @description `address` (default): also people at the same address who do not moderate. `person`: this person only
             * @enum {string}
             */
            scope?: "address" | "person";
        };
        BanReach: {
            person: components["schemas"]["Id"];
            name: string;
            same_address: components["schemas"]["BanHit"][];
            /** @description The link that a ban revokes, because the person moderates by it */
            link?: components["schemas"]["Id"];
            same_link: components["schemas"]["BanHit"][];
        };
        BanHit: {
            person: components["schemas"]["Id"];
            name: string;
        };
        Status: {
            version: string;
            uptime_ms: number;
            cameras_online: number;
            /** @description Live cameras whose connection is slow or poor */
            cameras_slow: number;
            viewers: number;
            frames_in: number;
            frames_out: number;
            frames_dropped: number;
            /** @description Bytes of audio and video that publishers sent since the relay started */
            bytes_in: number;
            /** @description Bytes of audio and video written to viewers, players and push targets since then */
            bytes_out: number;
            /** @description Alerts of the last 24 hours, and one while the store cannot be written */
            alerts: number;
            /** @description What keeps gateways from working as the settings say, a sentence each */
            gateway_problems?: string[];
            /** @description Why nothing is recorded now, if so */
            recording_problem?: string;
            /** @description Why the store cannot be written now, if it cannot */
            store_problem?: string;
            /** @description Id of this relay in its cluster, if it is in one */
            node?: string;
            /** @description Why the nodes of the cluster are not known now, if so */
            cluster_problem?: string;
            /** @description The relays of the cluster, this one included, if it is in one */
            nodes?: {
                /** @description New at each start */
                id: string;
                /** @description Where the other relays reach it */
                address: string;
                /** @description Whether it has reported itself in the last 10 s */
                alive: boolean;
                /** @description Time since its last report */
                age_ms: number;
                /** @description Cameras that are connected to it */
                cameras: number;
                camera_names: string[];
                /** @description Viewers that are connected to it */
                viewers: number;
            }[];
            certificate: {
                mode: string;
                names?: string[];
                not_after?: components["schemas"]["Millis"];
                problem?: string;
            };
        };
        HealthSample: {
            time: components["schemas"]["Millis"];
            viewers: number;
            cameras_live: number;
            /** @description Bits a second of audio and video that publishers sent since the last sample */
            bits_in: number;
            /** @description Bits a second of audio and video written to viewers, players and push targets */
            bits_out: number;
            /** @description Part of all processors that the whole computer used, if it is known */
            cpu?: number;
            /** @description Bytes of heap in use */
            memory: number;
            /** @description Bytes that the heap may have */
            memory_max: number;
            /** @description Bytes free on the disk of the state folder */
            disk_free: number;
            /** @description Bytes of that disk */
            disk: number;
            /** @description Age of the newest frame of the live camera whose newest frame is the oldest */
            frame_age_ms?: number;
        };
        AuditEntry: {
            id: number;
            time: components["schemas"]["Millis"];
            actor: string;
            act: string;
            camera?: string;
            target?: string;
            alert: boolean;
        };
        Event: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "camera_lost" | "camera_back" | "first_viewer" | "last_viewer" | "link_used" | "alarm" | "test";
            time: components["schemas"]["Millis"];
            camera?: components["schemas"]["CameraName"];
            data: {
                [key: string]: string;
            };
        };
        Webhook: {
            name: components["schemas"]["CameraName"];
            /** @description The address without its path, which may be a secret */
            site: string;
            events: string[];
            deliveries: components["schemas"]["Delivery"][];
        };
        Delivery: {
            event: components["schemas"]["Event"];
            tries: number;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** @description Why the last try failed */
            problem?: string;
        };
    };
    responses: {
        /** @description Why not */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        camera: components["schemas"]["CameraName"];
        id: components["schemas"]["Id"];
        person: components["schemas"]["Id"];
        seq: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            /** @description Good */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listPublicCameras: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCamera"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getOwner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owner"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    setUpOwner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerSetup"];
            };
        };
        responses: {
            /** @description The password is set; the cookie `__Host-fanlight-owner` too */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    resetOwner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Good for 15 minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeLink"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the cookie `__Host-fanlight-owner` is set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerSession"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the key that a browser names when it subscribes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushBrowsers"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    subscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushRequest"];
            };
        };
        responses: {
            /** @description Notified from now on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPush"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    unsubscribePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    testPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being sent */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description With its secret, which is shown only once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listCameras: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Camera"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    inviteCamera: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraRequest"];
            };
        };
        responses: {
            /** @description What to run at the camera; shown only once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getCamera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The camera */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Camera"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    removeCamera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; all its viewers are disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    changeCamera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraChange"];
            };
        };
        responses: {
            /** @description The camera as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Camera"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    pauseCamera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paused */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    resumeCamera: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Running */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    revokeDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked; its socket is cut */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listPublishKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first; revoked ones too, for a while */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishKey"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createPublishKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishKeyRequest"];
            };
        };
        responses: {
            /** @description The key is shown only now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPublishKey"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    revokePublishKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked; a publisher that used it is disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page that makes a browser a camera, and the addresses of the gateways that are on, with KEY in place of a key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listViewers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 1,000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Viewer"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    disconnectViewer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listRecording: {
        parameters: {
            query?: {
                /** @description Where it begins; without it, with the oldest that may be seen */
                from?: components["schemas"]["Millis"];
                /** @description Where it ends; without it, now */
                to?: components["schemas"]["Millis"];
            };
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its spans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listRecordedGroups: {
        parameters: {
            query?: {
                /** @description Where it begins; without it, now */
                from?: components["schemas"]["Millis"];
                /** @description Where it ends; without it, now */
                to?: components["schemas"]["Millis"];
            };
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 1,800, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedGroup"][];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listClips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest moment first, at most 1,000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClipRequest"];
            };
        };
        responses: {
            /** @description The clip */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    deleteClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted, and its link with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    shareClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClipLinkRequest"];
            };
        };
        responses: {
            /** @description With its address, which is shown only once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipLink"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    unshareClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    createLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRequest"];
            };
        };
        responses: {
            /** @description With its address, which is shown only once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLink"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listLinks: {
        parameters: {
            query?: {
                camera?: components["schemas"]["CameraName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"][];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    revokeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked; its viewers are disconnected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listEnrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first, at most 20 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    approveEnrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description Approved */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    refuseEnrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sent away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first, at most 500 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatLine"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    removeLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                seq: components["parameters"]["seq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    restoreLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                seq: components["parameters"]["seq"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getChatMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mode */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMode"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    setChatMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatMode"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    timeOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeOut"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    listBans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ban"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getBanReach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BanReach"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    ban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BanRequest"];
            };
        };
        responses: {
            /** @description Banned, and who else was hit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BanReach"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    liftBan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera: components["parameters"]["camera"];
                person: components["parameters"]["person"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lifted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getHealthHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first; one sample every 10 s since the relay started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthSample"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
                alerts?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest 100, the oldest first; or a stream of server-sent events, whose data is an Event and whose Last-Event-ID continues it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CameraName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being posted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
}
