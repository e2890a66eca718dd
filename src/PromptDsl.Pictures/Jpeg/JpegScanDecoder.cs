namespace PromptDsl.Pictures.Jpeg;

/// <summary>Reads the coefficients of a scan, ITU-T T.81 F.2 and, of progressive frames, G.2.</summary>
internal ref struct JpegScanDecoder(
    ReadOnlySpan<byte> file,
    int position,
    JpegFrame frame,
    JpegScan scan,
    JpegTables tables,
    int restartInterval
)
{
    private JpegBitReader _reader = new(file, position);

    // How many further blocks of the band hold nothing new, G.1.2.2.
    private int _emptyBlocks;

    /// <summary>Reads all units.</summary>
    /// <returns>Where the data ends.</returns>
    public int Decode()
    {
        bool isInterleaved = scan.Components.Length > 1;
        JpegComponent first = scan.Components[0].Component;
        int across = isInterleaved ? frame.UnitsAcross : first.UsedAcross;
        int down = isInterleaved ? frame.UnitsDown : first.UsedDown;
        Reset();
        for (int unit = 0; unit < across * down; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                _reader.Restart();
                Reset();
            }

            if (isInterleaved)
            {
                DecodeUnit(unit % across, unit / across);
            }
            else
            {
                DecodeBlock(scan.Components[0], unit % across, unit / across);
            }
        }

        return _reader.Position;
    }

    private void Reset()
    {
        _emptyBlocks = 0;
        foreach (JpegScanComponent part in scan.Components)
        {
            part.Component.Prediction = 0;
        }
    }

    private void DecodeUnit(int column, int row)
    {
        foreach (JpegScanComponent part in scan.Components)
        {
            JpegComponent component = part.Component;
            for (int y = 0; y < component.Vertical; y++)
            {
                for (int x = 0; x < component.Horizontal; x++)
                {
                    DecodeBlock(part, (column * component.Horizontal) + x, (row * component.Vertical) + y);
                }
            }
        }
    }

    private void DecodeBlock(JpegScanComponent part, int column, int row)
    {
        Span<short> block = part.Component.Block(column, row);
        if (scan.First == 0)
        {
            DecodeDc(part, block);
        }

        if (scan.Last == 0)
        {
            return;
        }

        JpegHuffmanTable table = tables.Ac(part.AcTable);
        if (scan.IsRefinement)
        {
            RefineAc(table, block);
        }
        else
        {
            DecodeAc(table, block);
        }
    }

    private void DecodeDc(JpegScanComponent part, Span<short> block)
    {
        if (scan.IsRefinement)
        {
            block[0] |= (short)(_reader.ReadBits(1) << scan.LowBit);
            return;
        }

        int category = _reader.ReadSymbol(tables.Dc(part.DcTable));
        if (category > 15)
        {
            throw JpegBitReader.Damaged();
        }

        part.Component.Prediction += _reader.ReadNumber(category);
        block[0] = (short)(part.Component.Prediction << scan.LowBit);
    }

    private void DecodeAc(JpegHuffmanTable table, Span<short> block)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        for (int k = Math.Max(1, scan.First); k <= scan.Last; k++)
        {
            int symbol = _reader.ReadSymbol(table);
            int run = symbol >> 4;
            int category = symbol & 0xF;
            if (category == 0 && run < 15)
            {
                _emptyBlocks = ReadEmptyBlocks(run) - 1;
                return;
            }

            k += run;
            if (k > scan.Last)
            {
                throw JpegBitReader.Damaged();
            }

            block[k] = (short)(_reader.ReadNumber(category) << scan.LowBit);
        }
    }

    // In a sequential frame the run is 0 and the end of this block alone.
    private int ReadEmptyBlocks(int run) => (1 << run) + _reader.ReadBits(run);

    // G.1.2.3: coefficients that are known get a correction bit each; a run counts the others.
    private void RefineAc(JpegHuffmanTable table, Span<short> block)
    {
        int k = scan.First;
        while (_emptyBlocks == 0 && k <= scan.Last)
        {
            int symbol = _reader.ReadSymbol(table);
            int run = symbol >> 4;
            int category = symbol & 0xF;
            if (category == 0 && run < 15)
            {
                _emptyBlocks = ReadEmptyBlocks(run);
                break;
            }

            if (category > 1)
            {
                throw JpegBitReader.Damaged();
            }

            int value = category == 0 ? 0 : (_reader.ReadBit() ? 1 : -1) * (1 << scan.LowBit);
            k = PassZeros(block, k, run);
            if (k > scan.Last)
            {
                // A run of 16 may end with the band; a new coefficient needs a place.
                if (value != 0)
                {
                    throw JpegBitReader.Damaged();
                }

                break;
            }

            block[k] = (short)value;
            k++;
        }

        if (_emptyBlocks > 0)
        {
            PassZeros(block, k, JpegZigZag.Length);
            _emptyBlocks--;
        }
    }

    // Goes past as many zeros as the run says and stops at the one after, correcting what is between.
    private int PassZeros(Span<short> block, int k, int run)
    {
        for (; k <= scan.Last; k++)
        {
            if (block[k] == 0)
            {
                if (run == 0)
                {
                    return k;
                }

                run--;
            }
            else if (_reader.ReadBit() && ((block[k] >> scan.LowBit) & 1) == 0)
            {
                block[k] += (short)((block[k] < 0 ? -1 : 1) << scan.LowBit);
            }
        }

        return k;
    }
}
