export function InterviewScreen() {
  return null;
}
