CREATE TABLE "calendar_feeds" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"label" text NOT NULL,
	"due_on" date NOT NULL,
	"moved_from" date,
	"move_reason" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"wall" text NOT NULL,
	"done_on" date,
	"done_by" uuid,
	"evidence" text DEFAULT '' NOT NULL,
	"evidence_url" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestones_moved" CHECK (("milestones"."moved_from" is null) = ("milestones"."move_reason" = '')),
	CONSTRAINT "milestones_done" CHECK (("milestones"."done_on" is null) = ("milestones"."evidence" = '') and ("milestones"."done_on" is null) = ("milestones"."done_by" is null)),
	CONSTRAINT "milestones_evidence_url" CHECK ("milestones"."evidence_url" is null or ("milestones"."done_on" is not null and "milestones"."evidence_url" like 'https://%'))
);
--> statement-breakpoint
CREATE TABLE "category_reasons" (
	"engagement_id" uuid NOT NULL,
	"alternative_id" uuid NOT NULL,
	"category" text NOT NULL,
	"reason" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "category_reasons_alternative_id_category_pk" PRIMARY KEY("alternative_id","category"),
	CONSTRAINT "category_reasons_reason" CHECK (length("category_reasons"."reason") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "criterion_owners" (
	"engagement_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "criterion_owners_engagement_id_criterion_pk" PRIMARY KEY("engagement_id","criterion")
);
--> statement-breakpoint
CREATE TABLE "pillar_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"pillar" text NOT NULL,
	"state" text NOT NULL,
	"changed_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pillar_states" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"judged_for" date NOT NULL,
	"alternative" text NOT NULL,
	"switching" text NOT NULL,
	"plan" text NOT NULL,
	"leadership" text NOT NULL,
	"timeline" text NOT NULL,
	"posture" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "notice_on" date;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_reasons" ADD CONSTRAINT "category_reasons_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_reasons" ADD CONSTRAINT "category_reasons_alternative" FOREIGN KEY ("engagement_id","alternative_id") REFERENCES "public"."alternatives"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_owners" ADD CONSTRAINT "criterion_owners_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_owners" ADD CONSTRAINT "criterion_owners_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pillar_changes" ADD CONSTRAINT "pillar_changes_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pillar_states" ADD CONSTRAINT "pillar_states_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "milestones_engagement" ON "milestones" USING btree ("engagement_id","due_on");--> statement-breakpoint
CREATE INDEX "milestones_owner" ON "milestones" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "category_reasons_engagement" ON "category_reasons" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "pillar_changes_engagement" ON "pillar_changes" USING btree ("engagement_id","recorded_at");