CREATE TABLE "activity_ends" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
