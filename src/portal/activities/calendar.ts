import { calendarOf } from '../frame/calendar';
import type { Activity } from './activity';

/** An activity as a calendar takes it. @param at when it was asked for */
export const calendarOfActivity = (activity: Activity, at: string): string => {
  const { id, title, place, starts_at, ends_at, agreement, state } = activity;
  const event = {
    ...{ uid: id, starts: starts_at, ends: ends_at, summary: title, description: agreement, place },
    cancelled: state === 'cancelled',
  };
  return calendarOf([event], at);
};
