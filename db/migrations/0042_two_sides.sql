ALTER TABLE "activity_ends" DROP CONSTRAINT "activity_ends_pkey";--> statement-breakpoint
ALTER TABLE "activity_ends" ADD COLUMN "wall" text DEFAULT 'engagement' NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_ends" ADD CONSTRAINT "activity_ends_engagement_id_wall_pk" PRIMARY KEY("engagement_id","wall");
