CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "comments_thread_start" UNIQUE("engagement_id","id","subject_kind","subject_id"),
	CONSTRAINT "comments_body" CHECK (("comments"."withdrawn_at" is null) = ("comments"."body" <> '') and length("comments"."body") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"resolved" boolean NOT NULL,
	"resolved_by" uuid NOT NULL,
	"resolved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"media_type" text,
	"size" integer,
	"sha256" text,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "evidence_title" CHECK (length("evidence"."title") between 1 and 2000),
	CONSTRAINT "evidence_link" CHECK (("evidence"."kind" = 'link') = coalesce("evidence"."url" like 'https://%', false)),
	CONSTRAINT "evidence_file" CHECK (num_nonnulls("evidence"."media_type", "evidence"."size", "evidence"."sha256") = case "evidence"."kind" when 'file' then 3 else 0 end),
	CONSTRAINT "evidence_size" CHECK ("evidence"."size" between 1 and 20971520)
);
--> statement-breakpoint
CREATE TABLE "file_pieces" (
	"engagement_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "file_pieces_evidence_id_number_pk" PRIMARY KEY("evidence_id","number"),
	CONSTRAINT "file_pieces_size" CHECK (octet_length("file_pieces"."content") between 1 and 262144)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"material_version" integer NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_once" UNIQUE("line_id","material_version","reviewed_by")
);
--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "material_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Of lines that are there already, the last change is taken for a material one.
ALTER TABLE "lines" ADD COLUMN "material_by" uuid DEFAULT app_actor();--> statement-breakpoint
ALTER TABLE "lines" ADD COLUMN "material_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "lines" SET "material_by" = "changed_by", "material_at" = "changed_at";--> statement-breakpoint
ALTER TABLE "lines" ALTER COLUMN "material_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread" FOREIGN KEY ("engagement_id","thread_id","subject_kind","subject_id") REFERENCES "public"."comments"("engagement_id","id","subject_kind","subject_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_thread_start" FOREIGN KEY ("engagement_id","thread_id","subject_kind","subject_id") REFERENCES "public"."comments"("engagement_id","id","subject_kind","subject_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_pieces" ADD CONSTRAINT "file_pieces_evidence" FOREIGN KEY ("engagement_id","evidence_id") REFERENCES "public"."evidence"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_line" FOREIGN KEY ("engagement_id","line_id") REFERENCES "public"."lines"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_subject" ON "comments" USING btree ("engagement_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "resolutions_thread" ON "resolutions" USING btree ("thread_id","resolved_at");--> statement-breakpoint
CREATE INDEX "evidence_subject" ON "evidence" USING btree ("engagement_id","subject_kind","subject_id");--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_material_by_users_id_fk" FOREIGN KEY ("material_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;