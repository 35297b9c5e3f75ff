-- How often public pages were read, per day. Never by whom: no address, no browser, no cookie.
CREATE TABLE "usage_count" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "object" TEXT NOT NULL DEFAULT '',
    "views" INTEGER NOT NULL,

    CONSTRAINT "usage_count_pkey" PRIMARY KEY ("day","kind","object")
);

CREATE INDEX "usage_count_kind_object_day_idx" ON "usage_count"("kind", "object", "day");

ALTER TABLE "usage_count" ADD CONSTRAINT "usage_count_views" CHECK ("views" > 0);
