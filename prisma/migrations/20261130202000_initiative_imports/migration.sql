-- CreateEnum
CREATE TYPE "initiative_import_status" AS ENUM ('mapping', 'checked', 'running', 'done', 'cancelled', 'failed', 'undone');

-- CreateTable
CREATE TABLE "initiative_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "created_by_id" UUID,
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "headers" TEXT[],
    "columns" TEXT[],
    "status" "initiative_import_status" NOT NULL DEFAULT 'mapping',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "faulty_rows" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "plan" TEXT,
    "without_faulty" BOOLEAN NOT NULL DEFAULT false,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "deleted" INTEGER NOT NULL DEFAULT 0,
    "restored" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "initiative_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_import_fault" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "initiative_import_fault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_import_row" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,
    "is_new" BOOLEAN NOT NULL,

    CONSTRAINT "initiative_import_row_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "initiative_import_organisation_id_created_at_idx" ON "initiative_import"("organisation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "initiative_import_created_by_id_idx" ON "initiative_import"("created_by_id");

-- CreateIndex
CREATE INDEX "initiative_import_status_idx" ON "initiative_import"("status");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_import_fault_import_id_position_key" ON "initiative_import_fault"("import_id", "position");

-- CreateIndex
CREATE INDEX "initiative_import_row_organisation_id_key_idx" ON "initiative_import_row"("organisation_id", "key");

-- CreateIndex
CREATE INDEX "initiative_import_row_initiative_id_idx" ON "initiative_import_row"("initiative_id");

-- CreateIndex
CREATE INDEX "initiative_import_row_revision_id_idx" ON "initiative_import_row"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_import_row_import_id_row_number_key" ON "initiative_import_row"("import_id", "row_number");

-- AddForeignKey
ALTER TABLE "initiative_import" ADD CONSTRAINT "initiative_import_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import" ADD CONSTRAINT "initiative_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import_fault" ADD CONSTRAINT "initiative_import_fault_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "initiative_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import_row" ADD CONSTRAINT "initiative_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "initiative_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import_row" ADD CONSTRAINT "initiative_import_row_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import_row" ADD CONSTRAINT "initiative_import_row_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_import_row" ADD CONSTRAINT "initiative_import_row_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
