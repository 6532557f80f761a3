ALTER TABLE "claims" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- When the line goes, the claim stays: only the line is forgotten, and `about` still says what it was.
ALTER TABLE "claims" DROP CONSTRAINT "claims_line";
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_line" FOREIGN KEY ("engagement_id","line_id") REFERENCES "lines"("engagement_id","id") ON DELETE SET NULL ("line_id");
--> statement-breakpoint
UPDATE "claims" SET "about" = "lines"."label" FROM "lines" WHERE "lines"."id" = "claims"."line_id";
