import { meetingCalendar } from '@/lib/exchange/meetings/loaders'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return meetingCalendar((await params).slug)
}
