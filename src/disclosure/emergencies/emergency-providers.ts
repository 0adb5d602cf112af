import { EmergenciesStore } from './emergencies.store';
import { EmergencyReach } from './emergency-reach';
import { ReleaseInEmergency } from './release-in-emergency';
import { ReviewEmergency } from './review-emergency';

/** What releases by one person alone hang on. */
export const emergencyProviders = [EmergenciesStore, EmergencyReach, ReleaseInEmergency, ReviewEmergency];
