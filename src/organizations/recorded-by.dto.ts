import { ApiProperty } from '@nestjs/swagger';

/** Who recorded something, as her own organization sees it. */
export class RecordedBy {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Kamran Zafar (invented)' }) name: string;
}
