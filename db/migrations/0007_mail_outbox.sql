-- What the demo has kept so far has neither state nor seal.
DELETE FROM mails;--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sealed" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "state" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "link";