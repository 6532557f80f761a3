CREATE TABLE "brief_acknowledgements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"brief_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"acknowledged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_acknowledgements_once" UNIQUE("brief_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "briefs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"say" text NOT NULL,
	"never_say" text NOT NULL,
	"speakers" text NOT NULL,
	"answers" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "briefs_number" UNIQUE("engagement_id","number"),
	CONSTRAINT "briefs_engagement_id" UNIQUE("engagement_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"with_whom" text NOT NULL,
	"they_said" text DEFAULT '' NOT NULL,
	"we_said" text DEFAULT '' NOT NULL,
	"they_asked" text DEFAULT '' NOT NULL,
	"walk" text NOT NULL,
	"below_credible" boolean NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contacts_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "contacts_with_whom" CHECK (length("contacts"."with_whom") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"recovered_on" date NOT NULL,
	"what" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recoveries_what" CHECK (length("recoveries"."what") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "sightings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"seen_on" date NOT NULL,
	"shown_by" text NOT NULL,
	"shown_to" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sightings_what" CHECK (length("sightings"."what") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summaries_number" UNIQUE("engagement_id","number"),
	CONSTRAINT "summaries_content" UNIQUE("engagement_id","id","sha256"),
	CONSTRAINT "summaries_sha256" CHECK ("summaries"."sha256" = encode(sha256(convert_to("summaries"."content", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "summary_approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"summary_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"approved_by" uuid NOT NULL,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_approvals_once" UNIQUE("summary_id","approved_by")
);
--> statement-breakpoint
CREATE TABLE "summary_downloads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"summary_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"downloaded_by" uuid NOT NULL,
	"downloaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplier_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"supplier" text NOT NULL,
	"released" boolean NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "supplier_releases_supplier" CHECK (length("supplier_releases"."supplier") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "walk_tests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tested_on" date NOT NULL,
	"they_did" text NOT NULL,
	"we_did" text NOT NULL,
	"outcome" text,
	"taught" text DEFAULT '' NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "walk_tests_they_did" CHECK (length("walk_tests"."they_did") between 1 and 2000),
	CONSTRAINT "walk_tests_outcome" CHECK ("walk_tests"."outcome" is null or length("walk_tests"."we_did") > 0)
);
--> statement-breakpoint
ALTER TABLE "brief_acknowledgements" ADD CONSTRAINT "brief_acknowledgements_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_acknowledgements" ADD CONSTRAINT "brief_acknowledgements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_acknowledgements" ADD CONSTRAINT "brief_acknowledgements_brief" FOREIGN KEY ("engagement_id","brief_id") REFERENCES "public"."briefs"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_logged_by_users_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_contact" FOREIGN KEY ("engagement_id","contact_id") REFERENCES "public"."contacts"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_logged_by_users_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_drafted_by_users_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_approvals" ADD CONSTRAINT "summary_approvals_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_approvals" ADD CONSTRAINT "summary_approvals_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_approvals" ADD CONSTRAINT "summary_approvals_content" FOREIGN KEY ("engagement_id","summary_id","sha256") REFERENCES "public"."summaries"("engagement_id","id","sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_downloads" ADD CONSTRAINT "summary_downloads_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_downloads" ADD CONSTRAINT "summary_downloads_downloaded_by_users_id_fk" FOREIGN KEY ("downloaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_downloads" ADD CONSTRAINT "summary_downloads_content" FOREIGN KEY ("engagement_id","summary_id","sha256") REFERENCES "public"."summaries"("engagement_id","id","sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_releases" ADD CONSTRAINT "supplier_releases_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_releases" ADD CONSTRAINT "supplier_releases_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_tests" ADD CONSTRAINT "walk_tests_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_tests" ADD CONSTRAINT "walk_tests_logged_by_users_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_engagement" ON "contacts" USING btree ("engagement_id","held_on");--> statement-breakpoint
CREATE INDEX "sightings_engagement" ON "sightings" USING btree ("engagement_id","seen_on");--> statement-breakpoint
CREATE INDEX "summary_downloads_summary" ON "summary_downloads" USING btree ("summary_id","downloaded_at");--> statement-breakpoint
CREATE INDEX "supplier_releases_engagement" ON "supplier_releases" USING btree ("engagement_id","released_at");--> statement-breakpoint
CREATE INDEX "walk_tests_engagement" ON "walk_tests" USING btree ("engagement_id","tested_on");--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_posture_wall" CHECK ("activity"."kind" not like 'posture.%' or "activity"."wall" = 'posture');