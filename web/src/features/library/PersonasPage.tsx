export function PersonasPage() {
  return null;
}
