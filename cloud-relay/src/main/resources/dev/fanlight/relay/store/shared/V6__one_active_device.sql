-- A camera has at most one active device, whichever writers race for it. Should an older relay have left several, the newest stays.
UPDATE device SET state = 'revoked', revoked_at = created_at
WHERE state = 'active' AND EXISTS (
    SELECT 1 FROM device newer
    WHERE newer.camera_id = device.camera_id AND newer.state = 'active'
      AND (newer.created_at > device.created_at OR (newer.created_at = device.created_at AND newer.id > device.id))
);

CREATE UNIQUE INDEX device_active_of_camera ON device (camera_id) WHERE state = 'active';
