import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { ConfirmOverlay } from './confirm-overlay';
import { OverlaysController } from './overlays.controller';
import { OverlaysStore } from './overlays.store';
import { RecordOverlay } from './record-overlay';

/** What national law withholds (D-18): recorded here, weighed in disclosure. */
@Module({
  imports: [OrganizationsModule],
  controllers: [OverlaysController],
  providers: [OverlaysStore, RecordOverlay, ConfirmOverlay],
})
export class OverlaysModule {}
