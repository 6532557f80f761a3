CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamp(6) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"wall" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "activity_number" UNIQUE("engagement_id","number")
);
--> statement-breakpoint
CREATE TABLE "alternatives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alternatives_key" UNIQUE("engagement_id","key"),
	CONSTRAINT "alternatives_engagement_id" UNIQUE("engagement_id","id")
);
--> statement-breakpoint
CREATE TABLE "choices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"alternative_id" uuid NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "choices_engagement_id" UNIQUE("engagement_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"alternative_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"months" integer NOT NULL,
	"after" text[] DEFAULT '{}' NOT NULL,
	"owner_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_steps_key" UNIQUE("alternative_id","key"),
	CONSTRAINT "plan_steps_months" CHECK ("plan_steps"."months" between 0 and 120)
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"statement" text NOT NULL,
	"said_by" text NOT NULL,
	"said_to" text DEFAULT '' NOT NULL,
	"said_on" date NOT NULL,
	"line_id" uuid,
	"claimed_amount" numeric,
	"claimed_months" integer,
	"honest_amount" numeric,
	"honest_months" integer,
	"verdict" text,
	"answer" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claims_months" CHECK ("claims"."claimed_months" >= 0 and "claims"."honest_months" >= 0)
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client" text NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"currency" text NOT NULL,
	"renewal_date" date NOT NULL,
	"horizon_months" integer NOT NULL,
	"discount_rate" numeric NOT NULL,
	"correlation" numeric NOT NULL,
	"time_zone" text DEFAULT 'Etc/UTC' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engagements_horizon" CHECK ("engagements"."horizon_months" between 12 and 120),
	CONSTRAINT "engagements_discount_rate" CHECK ("engagements"."discount_rate" between 0 and 0.5),
	CONSTRAINT "engagements_correlation" CHECK ("engagements"."correlation" between 0 and 0.9),
	CONSTRAINT "engagements_currency" CHECK ("engagements"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "members" (
	"engagement_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"negotiator" boolean DEFAULT false NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_engagement_id_user_id_pk" PRIMARY KEY("engagement_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"offer_id" uuid,
	"alternative_id" uuid,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"category" text NOT NULL,
	"workload" text,
	"part" text,
	"kind" text NOT NULL,
	"quantity" numeric,
	"low" numeric,
	"likely" numeric,
	"high" numeric,
	"per" text,
	"billed" text,
	"start_month" integer NOT NULL,
	"end_month" integer NOT NULL,
	"escalator" numeric,
	"held_until" integer,
	"growth" numeric,
	"renewal_uplift" numeric,
	"term_months" integer,
	"of" text[],
	"tiers" jsonb,
	"claimed" numeric,
	"basis" text,
	"basis_on" date,
	"source" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lines_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "lines_offer_key" UNIQUE("offer_id","key"),
	CONSTRAINT "lines_alternative_key" UNIQUE("alternative_id","key"),
	CONSTRAINT "lines_one_side" CHECK (num_nonnulls("lines"."offer_id", "lines"."alternative_id") = 1),
	CONSTRAINT "lines_part" CHECK (("lines"."alternative_id" is null) = ("lines"."part" is null)),
	CONSTRAINT "lines_range" CHECK ("lines"."low" <= "lines"."likely" and "lines"."likely" <= "lines"."high"),
	CONSTRAINT "lines_months" CHECK (-24 <= "lines"."start_month" and "lines"."start_month" < "lines"."end_month" and "lines"."end_month" <= 120)
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"received_on" date,
	"expires_on" date,
	"source" text DEFAULT '' NOT NULL,
	"term_months" integer NOT NULL,
	"renewal_uplift" numeric NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_number" UNIQUE("engagement_id","number"),
	CONSTRAINT "offers_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "offers_term" CHECK ("offers"."term_months" between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_roles" (
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "portal_roles_user_id_role_pk" PRIMARY KEY("user_id","role")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"title" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"threshold_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approvals_reason" CHECK ("approvals"."decision" = 'approve' or length("approvals"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "threshold_approvers" (
	"engagement_id" uuid NOT NULL,
	"threshold_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "threshold_approvers_threshold_id_user_id_pk" PRIMARY KEY("threshold_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "thresholds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"statement" text NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"alternative_id" uuid NOT NULL,
	"alternative_cost" numeric NOT NULL,
	"tolerance" numeric DEFAULT 0.05 NOT NULL,
	"valid_until" date NOT NULL,
	"quorum" integer NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thresholds_engagement_id" UNIQUE("engagement_id","id"),
	CONSTRAINT "thresholds_quorum" CHECK ("thresholds"."quorum" >= 2),
	CONSTRAINT "thresholds_tolerance" CHECK ("thresholds"."tolerance" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "alternatives" ADD CONSTRAINT "alternatives_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "choices" ADD CONSTRAINT "choices_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "choices" ADD CONSTRAINT "choices_chosen_by_users_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "choices" ADD CONSTRAINT "choices_alternative" FOREIGN KEY ("engagement_id","alternative_id") REFERENCES "public"."alternatives"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_alternative" FOREIGN KEY ("engagement_id","alternative_id") REFERENCES "public"."alternatives"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_line" FOREIGN KEY ("engagement_id","line_id") REFERENCES "public"."lines"("engagement_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_offer" FOREIGN KEY ("engagement_id","offer_id") REFERENCES "public"."offers"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_alternative" FOREIGN KEY ("engagement_id","alternative_id") REFERENCES "public"."alternatives"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_roles" ADD CONSTRAINT "portal_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_roles" ADD CONSTRAINT "portal_roles_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_threshold" FOREIGN KEY ("engagement_id","threshold_id") REFERENCES "public"."thresholds"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_approvers" ADD CONSTRAINT "threshold_approvers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threshold_approvers" ADD CONSTRAINT "threshold_approvers_threshold" FOREIGN KEY ("engagement_id","threshold_id") REFERENCES "public"."thresholds"("engagement_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thresholds" ADD CONSTRAINT "thresholds_alternative" FOREIGN KEY ("engagement_id","alternative_id") REFERENCES "public"."alternatives"("engagement_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "choices_engagement" ON "choices" USING btree ("engagement_id","chosen_at");--> statement-breakpoint
CREATE INDEX "plan_steps_engagement" ON "plan_steps" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "claims_engagement" ON "claims" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "lines_engagement" ON "lines" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "approvals_threshold" ON "approvals" USING btree ("threshold_id","decided_at");--> statement-breakpoint
CREATE INDEX "thresholds_engagement" ON "thresholds" USING btree ("engagement_id","proposed_at");