/** @type {import('next').NextConfig} */
export default {
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  // No picture of ours needs it, and anybody could keep it busy.
  images: { unoptimized: true },
  // A page's title comes with the page, for everybody: sent later, it is missing for a moment, to readers of screens too.
  htmlLimitedBots: /.*/,
  // `npm run check` holds the types; the build need not ask a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'postgres',
    'pino',
    'nodemailer',
    'graphile-worker',
    'rate-limiter-flexible',
    'exceljs',
    '@react-email/components',
  ],
  experimental: { serverActions: { bodySizeLimit: '10mb' } },
};
