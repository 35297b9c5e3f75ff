-- The record is read by time, with or without a person, an object or a kind.
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");
CREATE INDEX "audit_event_actor_id_at_id_idx" ON "audit_event"("actor_id", "at", "id");
CREATE INDEX "audit_event_object_type_object_id_at_id_idx" ON "audit_event"("object_type", "object_id", "at", "id");
CREATE INDEX "audit_event_action_at_id_idx" ON "audit_event"("action", "at", "id");

DROP INDEX "audit_event_object_type_object_id_id_idx";
DROP INDEX "audit_event_actor_id_id_idx";
