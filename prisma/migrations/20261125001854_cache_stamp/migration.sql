-- CreateTable
CREATE TABLE "cache_stamp" (
    "name" TEXT NOT NULL,
    "stamp" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cache_stamp_pkey" PRIMARY KEY ("name")
);
