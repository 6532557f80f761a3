/** Called by Next once, when the serving process starts and before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startOperations } = await import('@/lib/operations/start');
  await startOperations();
}
